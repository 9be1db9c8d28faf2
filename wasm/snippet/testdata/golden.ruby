require "net/http"

uri = URI("https://YOUR_DOMAIN")
request = Net::HTTP::Patch.new("/api/v2/users/{id}?q=name:%22Jane%20Doe%22")
request["Authorization"] = "Bearer YOUR_ACCESS_TOKEN"
request["Cookie"] = "a=b"
request["Content-Type"] = "application/json"
request.body = <<'JSON'.chomp
{
  "user_metadata": {"motto": "it's $5"}
}
JSON

response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == "https") do |http|
  http.request(request)
end
puts response.code
puts response.body
