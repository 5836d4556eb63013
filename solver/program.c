/* program.c: an integer program in sparse form, grown column by column and row by row. */
#include "program.h"

#include <stdlib.h>

int64_t wp_common_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

int wp_program_new(struct wp_program **out, struct wp_error *error) {
    *out = calloc(1, sizeof **out);
    return *out ? WP_OK : wp_error_memory(error);
}

void wp_program_free(struct wp_program *program) {
    if (!program)
        return;
    free(program->columns);
    free(program->rows);
    free(program->index);
    free(program->value);
    free(program);
}

int wp_program_column(struct wp_program *program, struct wp_column column, struct wp_error *error) {
    if (program->column_count == program->column_capacity) {
        int capacity = program->column_capacity ? 2 * program->column_capacity : 256;
        struct wp_column *columns = realloc(program->columns, (size_t)capacity * sizeof *columns);
        if (!columns)
            return wp_error_memory(error);
        program->columns = columns;
        program->column_capacity = capacity;
    }
    program->columns[program->column_count] = column;
    return program->column_count++;
}

int wp_program_entry(struct wp_program *program, int column, int64_t value, struct wp_error *error) {
    if (program->entry_count == program->entry_capacity) {
        size_t capacity = program->entry_capacity ? 2 * program->entry_capacity : 1024;
        int *index = realloc(program->index, capacity * sizeof *index);
        if (!index)
            return wp_error_memory(error);
        program->index = index;
        int64_t *values = realloc(program->value, capacity * sizeof *values);
        if (!values)
            return wp_error_memory(error);
        program->value = values;
        program->entry_capacity = capacity;
    }
    program->index[program->entry_count] = column;
    program->value[program->entry_count] = value;
    program->entry_count++;
    return WP_OK;
}

struct entry {
    int column;
    int64_t value;
};

static int by_column(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    return (a->column > b->column) - (a->column < b->column);
}

/* Sorts the entries of the row being written by column, adds up those of one column, drops zeros. */
static int tidy_row(struct wp_program *program, struct wp_error *error) {
    size_t start = program->row_start, count = program->entry_count - start;
    struct entry *entries = malloc((count ? count : 1) * sizeof *entries);
    if (!entries)
        return wp_error_memory(error);
    for (size_t k = 0; k < count; k++)
        entries[k] = (struct entry){program->index[start + k], program->value[start + k]};
    qsort(entries, count, sizeof *entries, by_column);
    size_t end = start;
    for (size_t k = 0; k < count;) {
        int column = entries[k].column;
        int64_t sum = 0;
        for (; k < count && entries[k].column == column; k++)
            sum += entries[k].value;
        if (sum != 0) {
            program->index[end] = column;
            program->value[end++] = sum;
        }
    }
    program->entry_count = end;
    free(entries);
    return WP_OK;
}

static int64_t floor_quotient(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && a < 0);
}

/* Divides a row by the common divisor of its coefficients; its bounds are rounded inwards, since all columns
 * are integers. */
static void reduce_row(struct wp_program *program, struct wp_row *row) {
    int64_t divisor = 0;
    for (size_t k = row->start; k < program->entry_count; k++)
        divisor = wp_common_divisor(divisor, program->value[k]);
    if (divisor <= 1)
        return;
    for (size_t k = row->start; k < program->entry_count; k++)
        program->value[k] /= divisor;
    if (row->lower != WP_FREE_BELOW)
        row->lower = -floor_quotient(-row->lower, divisor);
    if (row->upper != WP_FREE_ABOVE)
        row->upper = floor_quotient(row->upper, divisor);
}

static int close_row(struct wp_program *program, struct wp_row row, struct wp_error *error) {
    if (tidy_row(program, error) != WP_OK)
        return WP_INTERNAL;
    row.start = program->row_start;
    row.count = (int)(program->entry_count - program->row_start);
    reduce_row(program, &row);
    if (row.count == 0 && row.lower <= 0 && row.upper >= 0)
        return WP_OK;
    if (program->row_count == program->row_capacity) {
        int capacity = program->row_capacity ? 2 * program->row_capacity : 256;
        struct wp_row *rows = realloc(program->rows, (size_t)capacity * sizeof *rows);
        if (!rows)
            return wp_error_memory(error);
        program->rows = rows;
        program->row_capacity = capacity;
    }
    program->rows[program->row_count++] = row;
    program->row_start = program->entry_count;
    return WP_OK;
}

int wp_program_row(struct wp_program *program, const char *name, int64_t lower, int64_t upper,
                   struct wp_error *error) {
    return close_row(program, (struct wp_row){.name = name, .lower = lower, .upper = upper}, error);
}

int wp_program_strengthening(struct wp_program *program, const char *name, int64_t lower, int64_t upper,
                             struct wp_error *error) {
    return close_row(
        program, (struct wp_row){.name = name, .lower = lower, .upper = upper, .strengthening = true}, error);
}

int64_t wp_program_largest(const struct wp_program *program) {
    int64_t largest = 0;
    for (size_t k = 0; k < program->entry_count; k++)
        largest = llabs(program->value[k]) > largest ? llabs(program->value[k]) : largest;
    return largest;
}

int64_t wp_program_activity(const struct wp_program *program, int row, const int64_t *x) {
    const struct wp_row *r = &program->rows[row];
    int64_t sum = 0;
    for (int k = 0; k < r->count; k++)
        sum += program->value[r->start + (size_t)k] * x[program->index[r->start + (size_t)k]];
    return sum;
}

bool wp_program_holds(const struct wp_program *program, const int64_t *x) {
    for (int j = 0; j < program->column_count; j++)
        if (x[j] < program->columns[j].lower || x[j] > program->columns[j].upper)
            return false;
    for (int i = 0; i < program->row_count; i++) {
        int64_t activity = wp_program_activity(program, i, x);
        if (activity < program->rows[i].lower || activity > program->rows[i].upper)
            return false;
    }
    return true;
}
