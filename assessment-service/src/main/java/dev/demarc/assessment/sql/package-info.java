/** How every room talks with PostgreSQL: transactions, parameters, rows, states; knows no other room. */
@NullMarked
package dev.demarc.assessment.sql;

import org.jspecify.annotations.NullMarked;
