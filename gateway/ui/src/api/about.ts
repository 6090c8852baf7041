/** What the gateway says of itself. */
export interface About {
  version: string;
  /** Whether it was opened beyond loopback. */
  open: boolean;
  defaultOrganization?: string;
  ready: boolean;
  waitingFor?: string;
  kafkaAnswers: boolean;
  ageSeconds: number;
  revision?: number;
}
