import Foundation

var request = URLRequest(url: URL(string: "https://YOUR_DOMAIN/api/v2/users/{id}?q=name:%22Jane%20Doe%22")!)
request.httpMethod = "PATCH"
request.httpShouldHandleCookies = false
request.setValue("Bearer YOUR_ACCESS_TOKEN", forHTTPHeaderField: "Authorization")
request.setValue("a=b", forHTTPHeaderField: "Cookie")
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.httpBody = Data("""
{
  "user_metadata": {"motto": "it's $5"}
}
""".utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print((response as! HTTPURLResponse).statusCode)
print(String(decoding: data, as: UTF8.self))
