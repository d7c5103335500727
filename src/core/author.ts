/** Who writes something down: in which unit, and by which name it is shown. */
export type Author = { unit: string; id: string; name: string }
