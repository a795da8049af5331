package io.unifiedcommerce.quickstart.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTextTest {

    @Test
    void showsTheWholeLoopOnAPage() {
        assertThat(FrameText.page(Frames.at(62, Phase.SELLING, "Connect worker killed")))
                .containsExactly(
                        "01:02  [##########..............................]  selling 100/400",
                        "",
                        "stage                                     total      per s      lag",
                        "unified events                           12,345      210.0         ",
                        "ledger positions                          2,000       99.0    1,234",
                        "",
                        "channel    connectors                              SKUs differ  units apart",
                        "shop-de    source RUNNING, sink RUNNING                      1            2",
                        "",
                        "orders 90  returns 8  shipped 60  cancelled 9  out of stock 4  oversold 0",
                        "! Connect worker killed");
    }

    @Test
    void noLineIsWiderThanTheNarrowestTerminal() {
        assertThat(FrameText.page(Frames.at(62, Phase.OPENING, "x".repeat(500))))
                .allMatch(line -> line.length() <= FrameText.WIDTH);
    }

    @Test
    void saysTheSameInOneLine() {
        assertThat(FrameText.oneLine(Frames.at(62, Phase.SETTLING)))
                .isEqualTo("01:02 settling 100/400 | per s: 210 events, 99 positions | lag: 1,234 positions"
                        + " | SKUs differ: 1 shop-de | oversold 0");
    }
}
