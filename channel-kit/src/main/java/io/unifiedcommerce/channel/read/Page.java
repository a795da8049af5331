package io.unifiedcommerce.channel.read;

import io.unifiedcommerce.channel.http.Answer;
import java.util.List;

/** One page of a listing, and the answer it came in. */
record Page(List<Object> items, Answer answer) {}
