package postgres

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
)

// oldest is the first PostgreSQL release that LTC runs on.
const oldest = 15

var errMissing = errors.New("PostgreSQL 15 or newer is not installed: run `apt-get install postgresql` " +
	"(or set LTC_TEST_POSTGRES to the URL of an empty server)")

// places are where the packages of Debian, Red Hat and Homebrew keep the server's binaries outside of the PATH.
var places = []string{
	"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin",
	"/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
}

// binaries answers the folder of the newest installed server.
func binaries() (string, error) {
	var found []string
	for _, place := range places {
		dirs, _ := filepath.Glob(place)
		found = append(found, dirs...)
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		found = append(found, filepath.Dir(path))
	}
	best, newest := "", oldest-1
	for _, dir := range found {
		if v := version(dir); v > newest {
			best, newest = dir, v
		}
	}
	if best == "" {
		return "", errMissing
	}
	return best, nil
}

var majorVersion = regexp.MustCompile(`\d+`)

// version answers the major release of the binaries in dir, or 0 where there is no complete server.
func version(dir string) int {
	complete := !slices.ContainsFunc([]string{"initdb", "postgres"}, func(name string) bool {
		_, err := os.Stat(filepath.Join(dir, name))
		return err != nil
	})
	if !complete {
		return 0
	}
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return 0
	}
	major, _ := strconv.Atoi(majorVersion.FindString(string(out)))
	return major
}
