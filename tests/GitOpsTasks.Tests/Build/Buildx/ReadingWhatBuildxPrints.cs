using GitOpsTasks.Build.Buildx;

namespace GitOpsTasks.Tests.Build.Buildx;

public sealed class ReadingWhatBuildxPrints
{
    private readonly RecordedProgress _progress = new();
    private readonly BuildxLog _log;

    public ReadingWhatBuildxPrints() => _log = new BuildxLog(_progress);

    [Fact]
    public void Shows_each_step_once_and_nothing_of_what_it_prints()
    {
        Take("""
            #0 building with "default" instance using docker driver

            #1 [internal] load build definition from Dockerfile
            #1 transferring dockerfile: 182B done
            #1 DONE 0.0s
            #2 [1/2] RUN make
            #2 0.110 compiling
            #1 [internal] load build definition from Dockerfile
            #2 DONE 0.1s
            #3 exporting to image
            """);
        _progress.Lines.ShouldBe(["report [internal] load build definition from Dockerfile", "report [1/2] RUN make", "report exporting to image"]);
        (_log.Error, _log.Line, _log.Tail).ShouldBe((null, null, ""));
    }

    [Fact]
    public void Keeps_the_lines_of_the_step_that_failed_and_its_place()
    {
        Take("""
            #4 [a 2/2] RUN one
            #5 [b 2/2] RUN two
            #4 0.110 of one
            #5 0.080 first
            #5 0.081 second
            #5 ERROR: process "/bin/sh -c two" did not complete successfully: exit code: 1
            ------
             > [b 2/2] RUN two:
            0.080 first
            ------
            deploy/Web.Dockerfile:12
            --------------------
              11 |     COPY root /
              12 | >>> RUN two && \
              13 | >>>     false
              14 |     CMD x:5
            --------------------
            ERROR: failed to solve: process "/bin/sh -c two" did not complete successfully: exit code: 1.
            """);
        (_log.Line, _log.EndLine).ShouldBe((12, 13));
        _log.Error.ShouldBe("process \"/bin/sh -c two\" did not complete successfully: exit code: 1");
        _log.Tail.ShouldBe("first | second");
    }

    [Fact]
    public void Takes_what_follows_the_error_for_advice()
    {
        Take("ERROR: Multi-platform build is not supported for the docker driver.\nSwitch to a different driver.\nLearn more.");
        _log.Error.ShouldBe("Multi-platform build is not supported for the docker driver");
        _log.Advice.ShouldBe("Switch to a different driver. Learn more.");
    }

    [Theory]
    [InlineData("""{"containerimage.config.digest":"sha256:aa","containerimage.digest":"sha256:aa"}""", null)]
    [InlineData("""{"containerimage.config.digest":"sha256:aa","containerimage.digest":"sha256:bb"}""", "sha256:bb")]
    [InlineData("""{"containerimage.config.digest":"sha256:aa","containerimage.descriptor":{},"containerimage.digest":"sha256:aa"}""", "sha256:aa")]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("cut off {", null)]
    public void Takes_the_id_of_an_image_for_no_digest(string metadata, string? digest) =>
        BuildxMetadata.DigestIn(System.Text.Encoding.UTF8.GetBytes(metadata)).ShouldBe(digest);

    private void Take(string text)
    {
        foreach (var line in text.Split('\n'))
            _log.Take(line);
    }
}
