<?php

$body = <<<'JSON'
{
  "user_metadata": {"motto": "it's $5"}
}
JSON;

$curl = curl_init();
curl_setopt_array($curl, [
    CURLOPT_URL => 'https://YOUR_DOMAIN/api/v2/users/{id}?q=name:%22Jane%20Doe%22',
    CURLOPT_CUSTOMREQUEST => 'PATCH',
    CURLOPT_HTTPHEADER => [
        'Authorization: Bearer YOUR_ACCESS_TOKEN',
        'Cookie: a=b',
        'Content-Type: application/json',
    ],
    CURLOPT_POSTFIELDS => $body,
    CURLOPT_RETURNTRANSFER => true,
]);

$response = curl_exec($curl);
if ($response === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\n", $response, "\n";
