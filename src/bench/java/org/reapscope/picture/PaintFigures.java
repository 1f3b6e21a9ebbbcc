package org.reapscope.picture;

/**
 * What {@link PaintBenchmark} measured.
 *
 * @param events events of the trace
 * @param lanes lanes on the screen
 * @param width width of the picture in pixels
 * @param height height of the picture in pixels
 * @param frames frames measured
 * @param buildLanesMs making all lanes and pyramids, once
 * @param bytesPerEvent events, lanes and pyramids, in memory
 * @param p50Ms a frame, at the median
 * @param p99Ms a frame, all but one of a hundred
 * @param worstMs the slowest frame
 * @param cpuP99Ms the same, only the processor time of the thread: what another load on the machine leaves alone
 * @param bytesPerFrame allocated by a frame on average
 * @param drawnMs processor time of a frame of a view that goes on by a few pixels at a time, drawn anew, at the median
 * @param movedMs the same where what was drawn is moved and only its new edge is drawn
 * @param bytesPerMove allocated by such a frame on average
 */
public record PaintFigures(long events, int lanes, int width, int height, int frames, double buildLanesMs,
        double bytesPerEvent, double p50Ms, double p99Ms, double worstMs, double cpuP99Ms, double bytesPerFrame,
        double drawnMs, double movedMs, double bytesPerMove) {}
