/* decimal.c: numbers with a decimal comma or point. */
#include "decimal.h"

bool wp_decimal_parse(const char *text, int64_t *mantissa, int *decimals) {
    bool negative = *text == '-';
    int digits = 0;
    bool fraction = false;
    *mantissa = 0;
    *decimals = 0;
    text += negative;
    for (; *text != '\0'; text++) {
        if ((*text == ',' || *text == '.') && !fraction && digits > 0) {
            fraction = true;
            continue;
        }
        if (*text < '0' || *text > '9' || digits == 15)
            return false;
        *mantissa = *mantissa * 10 + (*text - '0');
        *decimals += fraction;
        digits++;
    }
    if (negative)
        *mantissa = -*mantissa;
    return digits > 0 && (!fraction || *decimals > 0);
}
