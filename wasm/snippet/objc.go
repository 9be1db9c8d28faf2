package snippet

import (
	"strconv"
	"strings"

	"mergebook/wasm/har"
)

var objc = Language{ID: "objc", Label: "Objective-C", Write: writeObjC}

// writeObjC writes a program for clang with ARC and Apple's Foundation.
func writeObjC(r *Request) *Code {
	c := &Code{}
	c.keyword("#import").plain(" ").str("<Foundation/Foundation.h>").plain("\n\n")
	writeAppleNotes(c, r)
	c.keyword("int").plain(" ").function("main").plain("(").keyword("void").plain(") {\n    ").keyword("@autoreleasepool").plain(" {\n")
	c.plain("        NSURL *url = [NSURL ").function("URLWithString").plain(":").str(objcQuote(appleURL(r.URL), 0)).plain("];\n")
	c.plain("        NSMutableURLRequest *request = [NSMutableURLRequest ").function("requestWithURL").plain(":url];\n")
	if r.Method != "GET" {
		c.plain("        request.HTTPMethod = ").str(objcQuote(r.Method, 0)).plain(";\n")
	}
	if _, found := r.Header("Cookie"); found {
		c.plain("        request.HTTPShouldHandleCookies = ").keyword("NO").plain(";\n")
	}
	eachAppleHeader(r, func(method string, h har.Pair) {
		c.plain("        [request ").function(method).plain(":").str(objcQuote(h.Value, 0)).plain(" ").name("forHTTPHeaderField").plain(":").str(objcQuote(h.Name, 0)).plain("];\n")
	})
	switch {
	case r.Body == "":
	case strings.IndexByte(r.Body, 0) >= 0: // bytes with a length, for a C string ends at NUL
		c.plain("        request.HTTPBody = [NSData ").function("dataWithBytes").plain(":").str(cQuote(r.Body, "", 12)).plain(" ").name("length").plain(":").number(strconv.Itoa(len(r.Body))).plain("];\n")
	default:
		c.plain("        request.HTTPBody = [").str(objcQuote(r.Body, 12)).plain(" ").function("dataUsingEncoding").plain(":NSUTF8StringEncoding];\n")
	}
	return writeObjCCall(c)
}

// writeObjCCall sends the request and waits, for main would end before it.
func writeObjCCall(c *Code) *Code {
	c.plain("\n        dispatch_semaphore_t done = ").function("dispatch_semaphore_create").plain("(").number("0").plain(");\n")
	c.plain("        [[NSURLSession.sharedSession ").function("dataTaskWithRequest").plain(":request\n            ").name("completionHandler").plain(":^(NSData *data, NSURLResponse *response, NSError *error) {\n")
	c.plain("                ").keyword("if").plain(" (error) {\n")
	c.plain("                    ").builtin("NSLog").plain("(").str(`@"%@"`).plain(", error);\n                } ").keyword("else").plain(" {\n")
	c.plain("                    ").builtin("NSLog").plain("(").str(`@"%ld"`).plain(", (").keyword("long").plain(")((NSHTTPURLResponse *)response).statusCode);\n")
	c.plain("                    ").builtin("NSLog").plain("(").str(`@"%@"`).plain(", [[NSString alloc] ").function("initWithData").plain(":data ").name("encoding").plain(":NSUTF8StringEncoding]);\n                }\n")
	c.plain("                ").function("dispatch_semaphore_signal").plain("(done);\n            }] ").function("resume").plain("];\n")
	return c.plain("        ").function("dispatch_semaphore_wait").plain("(done, DISPATCH_TIME_FOREVER);\n    }\n}\n")
}
