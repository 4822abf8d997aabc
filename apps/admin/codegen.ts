import { codegenOf } from '@tandem/ui/codegen';

export default codegenOf(['src/**/*.{ts,tsx}', '../../packages/ui/src/**/*.graphql']);
