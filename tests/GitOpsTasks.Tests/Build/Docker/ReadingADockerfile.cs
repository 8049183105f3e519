using GitOpsTasks.Build.Docker;

namespace GitOpsTasks.Tests.Build.Docker;

public sealed class ReadingADockerfile
{
    [Theory]
    [InlineData("FROM scratch\nCOPY a /", null)]
    [InlineData("# syntax=docker/dockerfile:1\nFROM scratch", null)]
    [InlineData("FROM a\nCOPY <<EOF /x\nhi\nEOF", "a here-document")]
    [InlineData("FROM a\nRUN <<-'E'\nhi\nE", "a here-document")]
    [InlineData("FROM a\nRUN \\\n # why\n cat <<EOF\nhi\nEOF", "a here-document")]
    [InlineData("FROM a\nRUN echo $((1<<X))", null)]
    [InlineData("FROM a\nRUN cat <<< word", null)]
    [InlineData("FROM a\n# RUN <<EOF\nCMD x", null)]
    [InlineData("FROM a\nRUN --mount=type=cache,target=/c make", "'RUN --mount'")]
    [InlineData("FROM a\nCOPY --link a /", "'COPY --link'")]
    [InlineData("FROM a\nCOPY --chown=1 --chmod=755 a /", "'COPY --chmod'")]
    [InlineData("FROM a\nRUN prog --mount=x", null)]
    [InlineData("FROM --platform=$BUILDPLATFORM a", "the argument BUILDPLATFORM")]
    [InlineData("FROM a\nARG TARGETARCH", "the argument TARGETARCH")]
    [InlineData("FROM a\nARG TARGETARCH=amd64", null)]
    public void Knows_what_only_BuildKit_can_do(string text, string? need) => Read(text).BuildKitNeed.ShouldBe(need);

    [Theory]
    [InlineData("FROM scratch", "")]
    [InlineData("FROM alpine:3 AS base\nFROM base\nFROM ghcr.io/a/b@sha256:0000000000000000000000000000000000000000000000000000000000000000", "alpine:3 ghcr.io/a/b@sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ARG R=x.io\nARG V\nFROM --platform=linux/amd64 ${R}/b:$V", "x.io/b:9")]
    [InlineData("FROM a\nCOPY --from=0 x /\nCOPY --from=q.io/c:1 x /", "a q.io/c:1")]
    [InlineData("FROM ${UNKNOWN}", "")]
    public void Knows_its_base_images(string text, string images) =>
        string.Join(' ', Read(text).BaseImages(new Dictionary<string, string> { ["V"] = "9" })).ShouldBe(images);

    [Theory]
    [InlineData("FROM a\n\n# c\nRUN make &&   \\\n  make install", "RUN make &&     make install", 4)]
    [InlineData("from a\nrun make", "RUN make", 2)]
    [InlineData("# escape=`\nFROM a\nRUN x `\n y\nCMD z", "CMD z", 5)]
    [InlineData("FROM a\nRUN <<E\nCMD z\nE\nCMD z", "CMD z", 5)]
    [InlineData("FROM a", "RUN other", null)]
    public void Finds_the_line_of_a_step(string text, string step, int? line) => Read(text).LineOf(step).ShouldBe(line);

    private static DockerfileText Read(string text) => new(DockerfileReader.Read(text.Split('\n')));
}
