import { User } from './User.ts';

/** What a person's dashboard tells of their credits: to whom, is decided as it is for the person. */
export const Dashboard = {
  __resolveReference: User.__resolveReference,
  creditsByDay: User.creditsByDay,
};
