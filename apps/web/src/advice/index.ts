export { AdvicePanel } from './advice-panel.tsx';
