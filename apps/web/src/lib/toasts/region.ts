export { showToast, ToastRegion } from '@modu/ui';
