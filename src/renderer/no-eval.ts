import { z } from 'zod';

// The page's content security policy forbids eval: schemas must not try to compile themselves. Imported first.
z.config({ jitless: true });
