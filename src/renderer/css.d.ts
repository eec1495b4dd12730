/** Style sheets are imported for their effect only; the builder writes them to files. */
declare module '*.css';
