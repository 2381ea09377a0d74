import { z } from 'zod';

// zod compiles its checks with new Function where it may; the page's CSP forbids that, and trying is a violation.
z.config({ jitless: true });
