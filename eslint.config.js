import config from '@modu/eslint-config';

export default config;
