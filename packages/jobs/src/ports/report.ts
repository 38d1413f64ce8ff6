/** The jobs of one name that ended in one state. */
export interface FinishedJobs {
  name: string;
  state: string;
  count: number;
}

/** What reports need of the outside. */
export interface ReportPorts {
  reports: {
    /**
     * Count what finished on a day of UTC, e.g. `2026-11-22`, among the jobs of one owner.
     *
     * @param ownerId null counts the jobs that nobody owns
     */
    finishedOn(day: string, ownerId: string | null): Promise<readonly FinishedJobs[]>;
  };
}
