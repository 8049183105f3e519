// Made from the task's declaration by tests/GitOpsTasks.Hosts.Tests/Declarations: change it there.
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.GitOps;

public static partial class GitOpsAliases
{
    /// <summary>Builds container images, and pushes them or writes them to a folder.</summary>
    /// <param name="context">The script's context.</param>
    /// <param name="settings">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="CakeException">The task did not succeed; the exit code is that of the <c>gitops</c> command.</exception>
    /// <example>
    /// <para>build every image of gitops.yaml and push it:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     Push = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>the same, and keep the digests in a file:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     Push = true,
    ///     MetadataFile = "images.json",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>build one image without a daemon into out/web:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     Image = ["web"],
    ///     Builder = "layers",
    ///     Layout = "out",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>check everything and show what would be built by what:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     DryRun = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>show tags and labels:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     MetadataOnly = true,
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>name an image that another tool builds:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     MetadataOnly = true,
    ///     Images = ["ghcr.io/acme/web"],
    ///     Tags = ["type=ref,event=branch", "type=sha"],
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>push a folder of manifests for Flux's OCIRepository:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     Push = true,
    ///     Images = ["ghcr.io/acme/manifests"],
    ///     Artifact = "deploy",
    /// });
    /// </code>
    /// </example>
    /// <example>
    /// <para>copy an image to another registry:</para>
    /// <code>
    /// GitOpsBuild(new GitOpsBuildSettings
    /// {
    ///     Push = true,
    ///     Images = ["prod.example/web"],
    ///     CopyFrom = "staging.example/web:1.4.2",
    /// });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Build")]
    public static GitOpsBuildResult GitOpsBuild(this ICakeContext context, GitOpsBuildSettings settings) =>
        Run<GitOpsBuildResult>(context, "build", settings);
}
