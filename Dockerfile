# The image of the GitHub actions. Nothing is compiled here: publish the command first, with 'dotnet cake --target=Publish'
# or: dotnet publish actions/GitOpsTasks.Cli -c Release -r linux-x64 --self-contained true
#
# BASE is an image with git and CA certificates, and kustomize where tasks render; the published folder has the .NET runtime
# in it. GitHub runs actions as root and in the workspace, so neither user nor folder is set; and as shells drop variables
# like INPUT_DRY-RUN, the program is started without one.
ARG BASE=buildpack-deps:trixie-scm
FROM ${BASE}
ARG PUBLISHED=artifacts/publish/GitOpsTasks.Cli/release_linux-x64_composite
COPY ${PUBLISHED}/ /opt/gitops/
ENTRYPOINT ["/opt/gitops/gitops"]
