/** Whether a process with this id runs on this machine; an id is given again after a while, so it may be another one. */
export function processAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: somebody else's process, but alive.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
