package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"
)

// Followers are many open subscriptions. One thread reads them all and looks for no more than what a message is and
// whom it is about: the clients share the machine with the server that is measured.
type Followers struct {
	poll int
	buf  []byte

	mu     sync.Mutex
	open   map[int]*follower // by the number of the file
	awaits map[string]*Told
	err    error
	done   chan struct{}
}

// follower is one open socket.
type follower struct {
	file *os.File
	rest []byte // of a frame that has not come whole
}

// Told is how a change came to those who follow.
type Told struct {
	want, got int
	Begun     time.Time
	Last      time.Time     // when the latest of them knew
	All       chan struct{} // closed when all know
}

// Follow starts to read; Add adds sockets.
func Follow() (*Followers, error) {
	poll, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
	if err != nil {
		return nil, err
	}
	f := &Followers{
		poll: poll, buf: make([]byte, 1<<18), open: map[int]*follower{}, awaits: map[string]*Told{}, done: make(chan struct{}),
	}
	go f.read()
	return f, nil
}

// Await says that so many followers are about to be told of a change to a record.
func (f *Followers) Await(subject string, followers int) *Told {
	t := &Told{want: followers, Begun: time.Now(), All: make(chan struct{})}
	if followers == 0 {
		close(t.All)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.awaits[subject] = t
	return t
}

// Wait waits until all know.
func (f *Followers) Wait(ctx context.Context, t *Told) error {
	select {
	case <-t.All:
		return f.Err()
	case <-f.done:
		return f.Err()
	case <-ctx.Done():
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return fmt.Errorf("%d of %d followers were told", t.got, t.want)
}

// Err is what went wrong: somebody was told what they should not have been, or twice, or their socket ended.
func (f *Followers) Err() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
}

// Add opens one more socket and subscribes.
func (f *Followers) Add(ctx context.Context, t *Target, query string) error {
	file, err := subscribed(ctx, t, query)
	if err != nil {
		return err
	}
	fd := int(file.Fd())
	if err := syscall.SetNonblock(fd, true); err != nil {
		return err
	}
	f.mu.Lock()
	f.open[fd] = &follower{file: file}
	f.mu.Unlock()
	return syscall.EpollCtl(f.poll, syscall.EPOLL_CTL_ADD, fd, &syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(fd)}) //nolint:gosec // a file's number
}

// Close ends all sockets.
func (f *Followers) Close() {
	f.fail(errors.New("the followers have left"))
	<-f.done
	for _, w := range f.open {
		_ = w.file.Close()
	}
	_ = syscall.Close(f.poll)
}

// read reads whatever comes until something is wrong.
func (f *Followers) read() {
	defer close(f.done)
	events := make([]syscall.EpollEvent, 256)
	for f.Err() == nil {
		n, err := syscall.EpollWait(f.poll, events, 100)
		if err != nil && !errors.Is(err, syscall.EINTR) {
			f.fail(err)
		}
		for _, e := range events[:max(n, 0)] {
			if err := f.from(int(e.Fd)); err != nil {
				f.fail(err)
			}
		}
	}
}

func (f *Followers) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = err
	}
}

// from reads what one socket has.
func (f *Followers) from(fd int) error {
	n, err := syscall.Read(fd, f.buf)
	if errors.Is(err, syscall.EAGAIN) {
		return nil
	}
	if err != nil || n <= 0 {
		return fmt.Errorf("a follower's socket ended: %w", err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	w := f.open[fd]
	text := f.buf[:n]
	if len(w.rest) > 0 {
		text = append(w.rest, text...)
	}
	for {
		payload, rest, whole := frame(text)
		if !whole {
			break
		}
		if err := f.hear(fd, payload); err != nil {
			return err
		}
		text = rest
	}
	w.rest = append(w.rest[:0:0], text...)
	return nil
}

var (
	nextHead    = []byte(`{"id":"1","type":"next"`)
	pingMessage = []byte(`{"type":"ping"}`)
	subjectHead = []byte(`"subjectId":"`)
	pongFrame   = masked(`{"type":"pong"}`)
)

// hear takes one message; the lock is held.
func (f *Followers) hear(fd int, payload []byte) error {
	if bytes.Equal(payload, pingMessage) {
		_, err := syscall.Write(fd, pongFrame)
		return err
	}
	if _, rest, is := bytes.Cut(payload, subjectHead); is && bytes.HasPrefix(payload, nextHead) {
		subject, _, _ := bytes.Cut(rest, []byte(`"`))
		return f.awaits[string(subject)].hear(string(subject))
	}
	return fmt.Errorf("a follower is told %.300s", payload)
}

func (t *Told) hear(subject string) error {
	if t == nil || t.got == t.want {
		return fmt.Errorf("a follower is told of %s once too often", subject)
	}
	t.Last = time.Now()
	if t.got++; t.got == t.want {
		close(t.All)
	}
	return nil
}
