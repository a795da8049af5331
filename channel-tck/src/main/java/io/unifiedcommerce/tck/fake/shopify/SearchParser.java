package io.unifiedcommerce.tck.fake.shopify;

import java.util.ArrayList;
import java.util.List;

/** Reads Shopify's search syntax: terms joined by AND (or a blank), OR, NOT or a minus sign, and parentheses. */
final class SearchParser {
    private final String text;
    private int at;

    private SearchParser(String text) {
        this.text = text;
    }

    static SearchExpression parse(String query) {
        SearchParser parser = new SearchParser(query);
        SearchExpression expression = parser.any();
        parser.blanks();
        if (parser.at < query.length()) {
            throw new ShopifyError("BAD_REQUEST", "The search query cannot be read at position " + parser.at);
        }
        return expression;
    }

    private SearchExpression any() {
        List<SearchExpression> parts = new ArrayList<>();
        parts.add(all());
        while (word("OR")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new SearchExpression.Any(parts);
    }

    private SearchExpression all() {
        List<SearchExpression> parts = new ArrayList<>();
        do {
            parts.add(one());
            word("AND");
        } while (another());
        return parts.size() == 1 ? parts.get(0) : new SearchExpression.All(parts);
    }

    private boolean another() {
        blanks();
        return at < text.length() && text.charAt(at) != ')' && !ahead("OR");
    }

    private SearchExpression one() {
        blanks();
        if (word("NOT") || skip('-')) {
            return new SearchExpression.Not(one());
        }
        if (skip('(')) {
            SearchExpression inner = any();
            blanks();
            if (!skip(')')) {
                throw new ShopifyError("BAD_REQUEST", "The search query lacks a closing parenthesis");
            }
            return inner;
        }
        return new SearchExpression.Leaf(term());
    }

    private SearchTerm term() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String field = text.substring(start, at);
        if (!skip(':')) {
            at = start;
            return value("", "=");
        }
        String operator = "=";
        for (String candidate : List.of(">=", "<=", ">", "<", "=")) {
            if (text.startsWith(candidate, at)) {
                at += candidate.length();
                operator = candidate;
                break;
            }
        }
        return value(field, operator);
    }

    private SearchTerm value(String field, String operator) {
        if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            char quote = text.charAt(at++);
            StringBuilder value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            skip(quote);
            return new SearchTerm(field, operator, value.toString(), true);
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')') {
            at++;
        }
        return new SearchTerm(field, operator, text.substring(start, at), false);
    }

    private boolean word(String word) {
        blanks();
        if (!ahead(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean ahead(String word) {
        int end = at + word.length();
        return text.startsWith(word, at)
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                && (end == text.length() || text.charAt(end) != ':');
    }

    private boolean skip(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
