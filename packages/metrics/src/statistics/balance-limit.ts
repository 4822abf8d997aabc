/** A standardised difference above this is commonly held to be an imbalance. Source: Austin 2009, Statistics in Medicine 28:3083-3107. */
export const LARGEST_BALANCED = 0.1;
