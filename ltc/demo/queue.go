package demo

import (
	"container/heap"
	"context"
	"time"
)

// event is something that somebody does at an instant.
type event struct {
	at   time.Time
	n    int // who comes first at the same instant
	who  string
	what string
	do   func(context.Context) error
}

// queue holds what will happen, the next first.
type queue struct {
	events events
	n      int
}

func (q *queue) Len() int        { return len(q.events) }
func (q *queue) next() time.Time { return q.events[0].at }
func (q *queue) pop() event      { return heap.Pop(&q.events).(event) }

func (q *queue) push(e event) {
	q.n++
	e.n = q.n
	heap.Push(&q.events, e)
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].at.Before(e[j].at) || e[i].at.Equal(e[j].at) && e[i].n < e[j].n
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }
func (e *events) Push(x any)   { *e = append(*e, x.(event)) }
func (e *events) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}
