import { z } from "zod";

/** What a determination prohibits from when: what a block has to carry out. */
export const Prohibition = z.object({
  transaction: z.string(),
  provider: z.string(),
  region: z.string().nullable(),
  services: z.array(z.string()),
  from: z.string().describe("first day of the prohibition, YYYY-MM-DD"),
});
export type Prohibition = z.infer<typeof Prohibition>;
