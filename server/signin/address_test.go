package signin

import (
	"net/http/httptest"
	"net/netip"
	"testing"
)

func TestWhereARequestCameFrom(t *testing.T) {
	ours := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("127.0.0.1/32")}
	tests := map[string]struct {
		proxies   []netip.Prefix
		remote    string
		forwarded []string
		want      string
	}{
		"nobody between":                  {nil, "203.0.113.9:1234", nil, "203.0.113.9"},
		"a claim without a proxy":         {nil, "203.0.113.9:1234", []string{"198.51.100.1"}, "203.0.113.9"},
		"a claim past the proxy":          {ours, "203.0.113.9:1234", []string{"198.51.100.1"}, "203.0.113.9"},
		"by our proxy":                    {ours, "10.1.2.3:80", []string{"203.0.113.9"}, "203.0.113.9"},
		"what the client put before":      {ours, "10.1.2.3:80", []string{"1.1.1.1, 203.0.113.9"}, "203.0.113.9"},
		"two of our proxies":              {ours, "127.0.0.1:80", []string{"1.1.1.1, 203.0.113.9", "10.0.0.1"}, "203.0.113.9"},
		"nonsense":                        {ours, "10.1.2.3:80", []string{"<script>"}, "10.1.2.3"},
		"nonsense before a proxy of ours": {ours, "10.1.2.3:80", []string{"unknown, 10.0.0.1"}, "10.0.0.1"},
		"a proxy that says nothing":       {ours, "10.1.2.3:80", nil, "10.1.2.3"},
		"IPv6":                            {nil, "[2001:db8::1]:80", nil, "2001:db8::1"},
		"an IPv4 proxy as IPv6 writes it": {ours, "[::ffff:10.1.2.3]:80", []string{"203.0.113.9"}, "203.0.113.9"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest("POST", "/signin", nil)
			r.RemoteAddr = tt.remote
			for _, f := range tt.forwarded {
				r.Header.Add("X-Forwarded-For", f)
			}
			if got := New(Config{Proxies: tt.proxies}).address(r); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestWhatWasTypedOnThisMachine(t *testing.T) {
	tests := map[string]struct {
		remote, host, forwarded string
		want                    bool
	}{
		"here":                            {"127.0.0.1:5", "localhost:8080", "", true},
		"here by IPv6":                    {"[::1]:5", "[::1]:8080", "", true},
		"from elsewhere":                  {"203.0.113.9:5", "localhost:8080", "", false},
		"by a proxy on this machine":      {"127.0.0.1:5", "localhost:8080", "203.0.113.9", false},
		"by another name (DNS rebinding)": {"127.0.0.1:5", "evil.example:8080", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest("POST", "/setup", nil)
			r.RemoteAddr, r.Host = tt.remote, tt.host
			if tt.forwarded != "" {
				r.Header.Set("X-Forwarded-For", tt.forwarded)
			}
			if got := New(Config{}).Local(r); got != tt.want {
				t.Errorf("local = %v", got)
			}
		})
	}
}
