package main

import "time"

// now is the server's clock. A build with the tag clockoffset, which is for tests, can put it forward or back.
var now = time.Now
