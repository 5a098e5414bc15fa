export const notices = {
  title: 'Notifications',
  fresh: '{count, plural, one {Notifications, {count} new} other {Notifications, {count} new}}',
  none: 'Nothing has ended yet',
  noneWords: 'What finishes or fails is kept here, also while you are away.',
  new: 'New',
  close: 'Close',
};
