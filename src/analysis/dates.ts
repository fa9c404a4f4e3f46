export { readDate, type WrittenDate } from './dates/absolute';
