package main

import "strings"

// pageTemplate is a new page. Its example is proven as it is.
var pageTemplate = strings.ReplaceAll(`---
title: TITLE
description: Say in one sentence what a reader gets from this page.
---

This is the stored profile:

'''json
{
  "email": "kofi@example.com",
  "user_metadata": {"theme": "dark"}
}
'''

Send the language.

'''har
{
  "method": "PATCH",
  "url": "https://${account.namespace}/api/v2/users/USER_ID",
  "headers": [
    { "name": "Authorization", "value": "Bearer YOUR_ACCESS_TOKEN" },
    { "name": "Content-Type", "value": "application/json" }
  ],
  "postData": {
    "mimeType": "application/json",
    "text": "{\"user_metadata\": {\"language\": \"fr\"}}"
  }
}
'''

The profile is now:

'''json
{
  "email": "kofi@example.com",
  "user_metadata": {"theme": "dark", "language": "fr"}
}
'''
`, "'''", "```")
