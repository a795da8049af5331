package io.unifiedcommerce.channel.config;

import io.unifiedcommerce.channel.hook.Hooks;
import io.unifiedcommerce.channel.hook.StoreCheck;
import io.unifiedcommerce.channel.http.Answer;
import io.unifiedcommerce.channel.http.ChannelClient;
import io.unifiedcommerce.channel.http.ChannelException;
import io.unifiedcommerce.channel.manifest.CheckSpec;
import io.unifiedcommerce.channel.record.Path;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a platform whether it accepts the credentials and what they may do. A refusal is an error of the configuration; a
 * platform that does not answer in time is not, since tasks wait for it as they wait in any outage.
 */
public final class CredentialCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CredentialCheck.class);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final Function<ChannelConfig, ChannelClient> clients;
    private final Duration limit;

    /**
     * @param clients opens a client; the check closes it
     * @param limit longest time {@link #run} takes; Connect gives a whole validation 90 seconds
     */
    public CredentialCheck(Function<ChannelConfig, ChannelClient> clients, Duration limit) {
        this.clients = clients;
        this.limit = limit;
    }

    /**
     * A further thing that the credentials must be good for.
     *
     * @param key the key whose value asks for it, and gets the error when the platform refuses
     * @param trial a call that changes nothing
     */
    public record Trial(String key, Consumer<ChannelClient> trial) {}

    /** What the platform told. */
    private record Told(Answer answer, Map<String, String> problems) {}

    /** As {@link #run(ChannelConfig, Collection, Collection, List, ChannelValidation)}, where nothing is read. */
    public void run(ChannelConfig config, Collection<String> neededScopes, ChannelValidation validation) {
        run(config, List.of(), neededScopes, List.of(), validation);
    }

    /**
     * Checks, if the manifest says how, and adds what is wrong to the option that can mend it.
     *
     * @param streams the streams that are to be read
     * @param trials made once the credentials are known to be accepted
     */
    public void run(
            ChannelConfig config,
            Collection<String> streams,
            Collection<String> neededScopes,
            List<Trial> trials,
            ChannelValidation validation) {
        CheckSpec check = config.manifest().check();
        if (check == null || !config.liveCheck()) {
            return;
        }
        try (ChannelClient client = clients.apply(config)) {
            Told told = ask(client, config, streams, trials);
            told.problems().forEach(validation::error);
            missingScopes(check, told.answer(), neededScopes)
                    .ifPresent(message -> validation.error(check.option(), message));
        } catch (IllegalArgumentException unusable) {
            validation.error(check.option(), unusable.getMessage());
        } catch (ChannelException.Unauthorized | ChannelException.Forbidden | ChannelException.Rejected refused) {
            String hint = check.hint() == null ? "" : ". " + check.hint();
            validation.error(check.option(), "The platform refused the credentials: " + refused.getMessage() + hint);
        } catch (ChannelException.Transient failed) {
            if (failed.getCause() instanceof UnknownHostException || failed.getCause() instanceof SSLException) {
                validation.error(
                        address(config, check), "Nothing answers safely at this address: " + failed.getMessage());
            } else {
                skip(config, failed.getMessage());
            }
        } catch (ChannelException unanswered) {
            skip(config, unanswered.getMessage());
        } catch (TimeoutException unanswered) {
            skip(config, "no answer in " + limit);
        }
    }

    private static void skip(ChannelConfig config, String reason) {
        LOG.warn("The live check of {} is skipped: {}", config.instance(), reason);
    }

    /** The option that the platform's address is made of, if there is one. */
    private static String address(ChannelConfig config, CheckSpec check) {
        Matcher option = PLACEHOLDER.matcher(config.manifest().http().baseUrl());
        return option.find() ? option.group(1) : check.option();
    }

    private Told ask(ChannelClient client, ChannelConfig config, Collection<String> streams, List<Trial> trials)
            throws TimeoutException {
        CheckSpec check = config.manifest().check();
        CompletableFuture<Told> told = new CompletableFuture<>();
        Thread asking = new Thread(
                () -> {
                    try {
                        Answer answer = client.call(check.request(), Map.of(), ChannelClient.Purpose.WRITE);
                        Map<String, String> problems = new LinkedHashMap<>(problems(client, config, streams));
                        trials.forEach(trial -> refusal(client, trial)
                                .ifPresent(message -> problems.putIfAbsent(trial.key(), message)));
                        told.complete(new Told(answer, problems));
                    } catch (RuntimeException e) {
                        told.completeExceptionally(e);
                    }
                },
                "credential-check");
        asking.setDaemon(true);
        asking.start();
        try {
            return told.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelException.Closed("the live check was interrupted");
        }
    }

    private static Optional<String> refusal(ChannelClient client, Trial trial) {
        try {
            trial.trial().accept(client);
            return Optional.empty();
        } catch (ChannelException.Unauthorized | ChannelException.Forbidden | ChannelException.Rejected refused) {
            return Optional.of("The platform refuses this to the credentials: " + refused.getMessage());
        }
    }

    private static Map<String, String> problems(
            ChannelClient client, ChannelConfig config, Collection<String> streams) {
        String hook = config.manifest().check().hook();
        return hook == null
                ? Map.of()
                : Hooks.named(StoreCheck.class, hook, StoreCheck::name)
                        .problems(client, config.manifest(), config.options(), streams);
    }

    private static Optional<String> missingScopes(CheckSpec check, Answer answer, Collection<String> neededScopes) {
        if (check.grantedScopes() == null) {
            return Optional.empty();
        }
        Path name = Path.parse(check.scopeName() == null ? "$" : check.scopeName());
        List<String> granted = Path.parse(check.grantedScopes()).list(answer.body()).stream()
                .map(name::string)
                .toList();
        String missing = neededScopes.stream()
                .filter(scope -> !granted(scope, granted))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "The credentials lack these scopes: " + missing + ". Grant them to the app and try again.");
    }

    /** Shopify lists {@code write_orders} alone where {@code read_orders} is granted with it. */
    private static boolean granted(String scope, List<String> granted) {
        return granted.contains(scope)
                || scope.startsWith("read_") && granted.contains(scope.replaceFirst("read_", "write_"));
    }
}
