import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

public class Main {
    public static void main(String[] args) throws Exception {
        var body = """
                {
                  "user_metadata": {"motto": "it's $5"}
                }""";
        var request = HttpRequest.newBuilder(URI.create("https://YOUR_DOMAIN/api/v2/users/{id}?q=name:%22Jane%20Doe%22".replace("{", "%7B").replace("}", "%7D")))
                .method("PATCH", BodyPublishers.ofString(body))
                .header("Authorization", "Bearer YOUR_ACCESS_TOKEN")
                .header("Cookie", "a=b")
                .header("Content-Type", "application/json")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        System.out.println(response.statusCode());
        System.out.println(response.body());
    }
}
