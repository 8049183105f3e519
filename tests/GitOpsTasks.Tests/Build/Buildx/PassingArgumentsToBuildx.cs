using GitOpsTasks.Build;
using GitOpsTasks.Build.Buildx;
using GitOpsTasks.Build.Names;
using GitOpsTasks.Contracts;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build.Buildx;

public sealed class PassingArgumentsToBuildx : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly ImageSpec _spec = new("web", "ghcr.io/acme/web") { Context = "src" };

    public PassingArgumentsToBuildx() => _workshop.Write("src/Dockerfile", "FROM scratch\n");

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public void Names_files_tags_and_nothing_that_was_not_asked_for() => Of(_spec).ShouldBe(
    [
        "buildx", "build", "--progress", "plain", "--metadata-file", "/m", "--iidfile", "/i", "--file", _workshop.PathOf("src/Dockerfile"),
        "--tag", "ghcr.io/acme/web:1", "--provenance=false", "--load", _workshop.PathOf("src"),
    ]);

    [Fact]
    public void Passes_all_that_an_image_can_ask_for()
    {
        _workshop.With("TOKEN", "s3cret").With("SSH_AUTH_SOCK", "/agent");
        _workshop.Write("keys/npm", "s3cret");
        _workshop.Write("shared/x", "");
        var spec = _spec with
        {
            Platforms = ["linux/amd64", "linux/arm64"],
            Sbom = true,
            Provenance = true,
            Dockerfile = new DockerfileSpec
            {
                Target = "final",
                Arguments = new Dictionary<string, string> { ["B"] = "2 3", ["A"] = "1=1" },
                CacheFrom = ["type=registry,ref=ghcr.io/acme/cache"],
                CacheTo = ["type=registry,ref=ghcr.io/acme/cache,mode=max"],
                Secrets = ["id=token,env=TOKEN", "type=file,id=npm,src=keys/npm", "id=TOKEN"],
                Ssh = ["default"],
                Contexts = new Dictionary<string, string> { ["base"] = "docker-image://alpine:3", ["shared"] = "shared" },
                Network = "none",
                Hosts = ["db:10.0.0.1"],
                Pull = true,
                NoCache = true,
            },
        };

        var arguments = string.Join(' ', Of(spec, new ImageAnnotation("index", "k", "v, w")));

        arguments.ShouldContain("--annotation index:k=v, w --platform linux/amd64,linux/arm64 --target final --build-arg A=1=1 --build-arg B=2 3");
        arguments.ShouldContain($"--build-context base=docker-image://alpine:3 --build-context shared={_workshop.PathOf("shared")}");
        arguments.ShouldContain($"--secret id=token,env=TOKEN --secret id=npm,src={_workshop.PathOf("keys/npm")} --secret id=TOKEN,env=TOKEN --ssh default");
        arguments.ShouldContain("--cache-from type=registry,ref=ghcr.io/acme/cache --cache-to type=registry,ref=ghcr.io/acme/cache,mode=max");
        arguments.ShouldContain("--network none --add-host db:10.0.0.1 --pull --no-cache --provenance=mode=min --sbom=true");
        arguments.ShouldNotContain("s3cret");
        arguments.ShouldNotContain("--load");
    }

    [Theory]
    [InlineData("env=TOKEN", BuildCodes.SpecInvalid)]
    [InlineData("id=token,env=UNSET", BuildCodes.SpecInvalid)]
    [InlineData("id=UNSET", BuildCodes.SpecInvalid)]
    [InlineData("id=token,src=none", BuildCodes.SpecInvalid)]
    [InlineData("id=token,src=/etc/passwd", BuildCodes.PathOutside)]
    [InlineData("id=token,src=../x", BuildCodes.PathOutside)]
    public void Refuses_secrets_that_are_not_there_or_outside(string secret, string code) =>
        Failing(_spec with { Dockerfile = new DockerfileSpec { Secrets = [secret] } }).ShouldBe(code);

    [Fact]
    public void Refuses_what_cannot_work()
    {
        Failing(_spec with { Dockerfile = new DockerfileSpec { Ssh = ["default"] } }).ShouldBe(BuildCodes.SpecInvalid);
        Failing(_spec with { Dockerfile = new DockerfileSpec { Contexts = new Dictionary<string, string> { ["a"] = "none" } } }).ShouldBe(BuildCodes.SpecInvalid);
        Failing(_spec with { Dockerfile = new DockerfileSpec { Contexts = new Dictionary<string, string> { ["a"] = "/etc" } } }).ShouldBe(BuildCodes.PathOutside);
        Failing(_spec with { Context = "https://me:s3cret@example.com/acme/web.git" }).ShouldBe(BuildCodes.SpecInvalid);
    }

    [Fact]
    public void Leaves_an_address_as_it_is() =>
        Of(_spec with { Context = "https://example.com/acme/web.git#main" })[^1].ShouldBe("https://example.com/acme/web.git#main");

    private IReadOnlyList<string> Of(ImageSpec spec, params ImageAnnotation[] annotations) =>
        new BuildxArguments(
            new ImagePlan(spec, new ResolvedTags(["1"], "1", []), new Dictionary<string, string>(), Created: null) { Annotations = annotations },
            BuildxSources.Find(spec, _workshop.Context)).All("/m", "/i");

    private string Failing(ImageSpec spec)
    {
        var failure = Should.Throw<TaskFailedException>(() => BuildxSources.Find(spec, _workshop.Context));
        failure.Message.ShouldNotContain("s3cret");
        return failure.Diagnostics.ShouldHaveSingleItem().Code;
    }
}
