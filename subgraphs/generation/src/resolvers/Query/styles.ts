import { STYLES } from '../../domain/styles.ts';

/** Public, in the order they are offered. */
export const styles = () => STYLES;
