package signin

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// address is where a request came from: the last hop that is no proxy of ours. What others claim is not believed.
func (d *Desk) address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if !d.ours(host) {
		return host
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, hop := range slices.Backward(hops) {
		hop = strings.TrimSpace(hop)
		if _, err := netip.ParseAddr(hop); err != nil {
			break
		}
		host = hop
		if !d.ours(hop) {
			break
		}
	}
	return host
}

func (d *Desk) ours(host string) bool {
	a, err := netip.ParseAddr(host)
	return err == nil && slices.ContainsFunc(d.Proxies, func(p netip.Prefix) bool { return p.Contains(a.Unmap()) })
}

// Local tells whether the request was typed on this machine: it came over the loopback, under one of its names, and
// through nobody who forwards.
func (d *Desk) Local(r *http.Request) bool {
	for _, h := range []string{"X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via"} {
		if r.Header.Get(h) != "" {
			return false
		}
	}
	name, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		name = r.Host
	}
	return loopback(d.address(r)) && (name == "localhost" || loopback(strings.Trim(name, "[]")))
}

func loopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return err == nil && a.IsLoopback()
}
