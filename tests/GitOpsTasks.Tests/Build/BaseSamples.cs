using System.Text;
using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Contracts;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>Base images, and images on them.</summary>
internal static class BaseSamples
{
    /// <summary>A program that needs no other file: it prints the file it is given, and a variable of its environment.</summary>
    public static async Task CompileAsync(Workshop workshop, string path)
    {
        workshop.Write("show.c", """
            #include <stdio.h>
            #include <stdlib.h>
            int main(int count, char **arguments) {
                int c; const char *mode = getenv("MODE");
                FILE *file = fopen(arguments[1], "r");
                while (file && (c = getc(file)) != EOF) putchar(c);
                puts(mode ? mode : "none");
                return file ? 0 : 1;
            }
            """);
        Directory.CreateDirectory(Path.GetDirectoryName(workshop.PathOf(path))!);
        await workshop.RunAsync("gcc", "-static", "-O1", "-o", path, "show.c");
    }

    /// <summary>An image in Docker's form, as older tools push it, with much in its configuration.</summary>
    /// <returns>The layer's descriptor.</returns>
    public static async Task<OciDescriptor> PushDockerImageAsync(IRegistry registry, string tag, string architecture = "amd64")
    {
        var token = TestContext.Current.CancellationToken;
        var layer = OciBlob.FromBytes("application/vnd.docker.image.rootfs.diff.tar.gzip", await LayerAsync("etc/base", "of the base\n"));
        var config = OciBlob.FromBytes("application/vnd.docker.container.image.v1+json", Encoding.UTF8.GetBytes($$$"""
            {"architecture":"{{{architecture}}}","os":"linux","config":{"Env":["PATH=/usr/bin:/bin","MODE=base","LANG=C.UTF-8"],"User":"7:7",
            "Entrypoint":["/bin/show"],"Cmd":["/etc/base"],"WorkingDir":"/work","ExposedPorts":{"53/udp":{}},"Volumes":{"/data":{}},
            "StopSignal":"SIGINT","Labels":{"vendor":"base","org.opencontainers.image.version":"of the base"},"OnBuild":["RUN no"],
            "Healthcheck":{"Test":["NONE"]}},"history":[{"created_by":"base step"},{"created_by":"ENV x","empty_layer":true}],
            "rootfs":{"type":"layers","diff_ids":["{{{await DiffIdAsync("etc/base", "of the base\n")}}}"]}}
            """));
        await new BlobTransfer(registry, SilentProgress.Instance).RunAsync([layer, config], token);
        var manifest = OciManifest.FromBytes(OciMediaTypes.DockerManifest, Encoding.UTF8.GetBytes($$"""
            {"schemaVersion":2,"mediaType":"{{OciMediaTypes.DockerManifest}}",
            "config":{"mediaType":"{{config.Descriptor.MediaType}}","digest":"{{config.Descriptor.Digest}}","size":{{config.Descriptor.Size}}},
            "layers":[{"mediaType":"{{layer.Descriptor.MediaType}}","digest":"{{layer.Descriptor.Digest}}","size":{{layer.Descriptor.Size}}}]}
            """));
        await registry.PushManifestAsync(manifest, tag, token);
        return layer.Descriptor;
    }

    /// <summary>An image of one file on a base.</summary>
    public static ImageSpec On(Workshop workshop, string repository, string @base)
    {
        workshop.Write("src/own.txt", "own\n");
        return new ImageSpec("web", repository)
        {
            Context = "src",
            Layers = new LayersSpec { Base = @base, Layers = [new LayerSpec("own.txt", "/etc/")] },
            Tags = ["type=raw,value=1"],
        };
    }

    /// <summary>Runs an image by its digest in a container without a network.</summary>
    public static async Task<string> RunAsync(Workshop workshop, DockerDaemon docker, string reference, params string[] arguments)
    {
        var command = new ProcessCommand(
            RequiredPart.Find("docker"), ["--host", docker.Address, "run", "--rm", "--network", "none", reference, .. arguments])
        {
            WorkingDirectory = workshop.Context.Directory,
            Environment = workshop.Context.Environment,
            Deadline = TimeSpan.FromMinutes(3),
        };
        var result = await SystemProcessRunner.RunAsync(command, TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(result.Error);
        return result.Text;
    }

    private static async Task<string> DiffIdAsync(string path, string text)
    {
        var archive = new MemoryStream();
        await using (var unpacked = new System.IO.Compression.GZipStream(
            new MemoryStream(await LayerAsync(path, text)), System.IO.Compression.CompressionMode.Decompress))
            await unpacked.CopyToAsync(archive);
        return OciDigest.Of(archive.ToArray());
    }

    private static async Task<byte[]> LayerAsync(string path, string text)
    {
        var output = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(output, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new System.Formats.Tar.TarWriter(gzip, System.Formats.Tar.TarEntryFormat.Ustar))
        {
            await tar.WriteEntryAsync(new System.Formats.Tar.UstarTarEntry(System.Formats.Tar.TarEntryType.RegularFile, path)
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                ModificationTime = DateTimeOffset.UnixEpoch,
            });
        }

        return output.ToArray();
    }
}
