package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"strings"
)

func main() {
	body := strings.NewReader(`{
  "user_metadata": {"motto": "it's $5"}
}`)
	request, err := http.NewRequest("PATCH", "https://YOUR_DOMAIN/api/v2/users/{id}?q=name:%22Jane%20Doe%22", body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer YOUR_ACCESS_TOKEN")
	request.Header.Set("Cookie", "a=b")
	request.Header.Set("Content-Type", "application/json")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Status)
	fmt.Println(string(text))
}
