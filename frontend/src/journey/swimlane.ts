import type { DepartmentFunction, JourneyStepRowFragment } from '~/gql/graphql.ts'

// The layout of the swimlane, without any drawing: steps in, boxes in pixels out.

export interface Box {
  step: JourneyStepRowFragment
  lane: number
  track: number // row within the lane, where steps overlap in time
  x: number
  waiting: number // width of the hatched part
  width: number
  target?: number // x of the moment at which the step became late
  current: boolean
  label: 'work' | 'wait' | 'right' | 'above' | 'none' // where its name stands: on the solid part, on the hatched, beside
}

export interface Lane {
  department: DepartmentFunction
  tracks: number
}

const insideFrom = 70 // pixels: a narrower bar has its name beside it
const air = 14 // pixels around a name
const least = 3 // pixels: even an instant is seen
const order: DepartmentFunction[] = ['MARKETING', 'SALES', 'LEGAL', 'DELIVERY', 'FINANCE', 'CARE']

// spanOf answers the length of the time axis in business seconds, never nothing.
export function spanOf(steps: readonly JourneyStepRowFragment[], workday: number): number {
  return Math.max(workday, ...steps.map((s) => s.startSeconds + s.businessSeconds))
}

// layOut puts each step into its department's lane; steps that overlap in time share a lane in several tracks, and a
// name never lies over another bar. `measure` answers the width of a step's name in pixels.
export function layOut(
  steps: readonly JourneyStepRowFragment[],
  width: number,
  span: number,
  measure: (step: JourneyStepRowFragment) => number,
): { boxes: Box[]; lanes: Lane[] } {
  const held = steps.filter((s) => s.department)
  const departments = order.filter((d) => held.some((s) => s.department === d))
  const scale = width / span
  const lanes = departments.map((department): Lane => ({ department, tracks: 1 }))
  const ends = lanes.map((): number[] => [])
  const boxes = [...held]
    .sort((a, b) => a.startSeconds - b.startSeconds || a.enteredAt.localeCompare(b.enteredAt))
    .map((step): Box => {
      const lane = departments.indexOf(step.department as DepartmentFunction)
      const x = step.startSeconds * scale
      const w = Math.max(least, step.businessSeconds * scale)
      const free = ends[lane] as number[]
      let track = free.findIndex((end) => end <= x + 0.5)
      if (track < 0) track = free.length
      free[track] = x + w
      const late = step.lateAfterSeconds > 0 && step.businessSeconds > step.lateAfterSeconds
      return {
        step,
        lane,
        track,
        x,
        width: w,
        waiting: Math.min(w, step.waitingSeconds * scale),
        target: late ? x + step.lateAfterSeconds * scale : undefined,
        current: !step.leftAt,
        label: 'none',
      }
    })
  for (const [i, lane] of lanes.entries()) lane.tracks = Math.max(1, ends[i]?.length ?? 1)
  for (const lane of lanes.keys()) {
    const inLane = boxes.filter((b) => b.lane === lane)
    for (const track of new Set(inLane.map((b) => b.track)))
      label(
        inLane.filter((b) => b.track === track),
        width,
        measure,
      )
  }
  return { boxes, lanes }
}

// label: on the wider part of a wide bar, else right of it; where the next bar is near, above it, if that place is free.
function label(row: Box[], width: number, measure: (step: JourneyStepRowFragment) => number) {
  let above = Number.NEGATIVE_INFINITY // where the last name above ends
  row.forEach((box, i) => {
    const needs = measure(box.step) + air
    const next = row[i + 1]?.x ?? width
    const end = box.x + box.width
    if (box.width > insideFrom && box.width - box.waiting >= needs) box.label = 'work'
    else if (box.width > insideFrom && box.waiting >= needs) box.label = 'wait'
    else if (next - end >= needs) box.label = 'right'
    else if (box.width > least && box.x >= above && box.x + needs <= width) {
      box.label = 'above'
      above = box.x + needs
    }
  })
}

// ticks are the days of the axis: at most eight, round numbers.
export function ticks(span: number, workday: number): number[] {
  const days = span / workday
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((s) => s >= days / 7) ?? 1000
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => i * step)
}
