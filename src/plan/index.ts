export { orderPlans } from './order.ts';
export { planFile, planText } from './text.ts';
