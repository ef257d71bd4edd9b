// Package chaos runs the real server and does to it what happens in earnest: it is killed, told to stop, cut off from
// its database, and its disk is full. Its tests look from outside at what was promised; `make chaos` runs them long.
package chaos
