import { z } from 'zod';
import type { Http } from '../remote/http.ts';

const canceled = z.object({ cancelled: z.boolean() });

/** Servers of today do it themselves, and touch nothing but this prompt. */
const cancelJob = (http: Http, promptId: string): Promise<boolean> =>
  http.json(`/api/jobs/${promptId}/cancel`, canceled, { method: 'POST' }).then(
    () => true,
    () => false,
  );

/**
 * Stops a prompt that waits or runs, and no other. As good as it can be: nobody waits for the answer.
 * `/interrupt` of older servers reads no id and stops whatever runs. It is asked for only when the queue still holds the prompt
 * after it was taken out of those that wait: then it is the one that runs.
 */
export async function cancelPrompt(http: Http, promptId: string): Promise<void> {
  if (await cancelJob(http, promptId)) return;
  try {
    await http.bytes('/queue', { method: 'POST', body: { delete: [promptId] } });
    if (!(await http.holds('/queue', promptId))) return;
    await http.bytes('/interrupt', { method: 'POST', body: { prompt_id: promptId } });
  } catch {
    // What is not stopped ends by itself, and its picture is not fetched.
  }
}
