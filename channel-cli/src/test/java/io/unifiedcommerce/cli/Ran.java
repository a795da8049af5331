package io.unifiedcommerce.cli;

import io.unifiedcommerce.channel.folder.ChannelFolder;
import io.unifiedcommerce.channel.manifest.ApiManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the command told.
 *
 * @param err what it told of wrong usage
 */
record Ran(int code, String out, String err) {
    /** The checkout, as the tests' own directory sees it. */
    static final Path HOME = Path.of("..");

    static final Path WOOCOMMERCE = HOME.resolve("examples/add-a-channel/woocommerce");

    static Ran channel(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int code = ChannelCommand.commandLine(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(texts);
        return new Ran(code, out.toString().replace("\r\n", "\n"), err.toString());
    }

    /** A shop that answers by the samples of the example. */
    static SampleServer shop() throws IOException {
        ChannelFolder folder = ChannelFolder.directory(WOOCOMMERCE);
        return SampleServer.start(
                folder,
                (ApiManifest) folder.manifest(),
                Map.of("woocommerce.consumer.key", "ck_1", "woocommerce.consumer.secret", "cs_1"),
                0);
    }
}
