#!/usr/bin/env bash
# Makes the base images that deploy/docker/Dockerfile names, on a machine that reaches no image registry: Debian by debootstrap,
# with the JDK of this machine. Images that are there already are kept.
# usage: base_images.sh JAVA_HOME CACHE_DIR
set -euo pipefail

java_home=$1
cache=$2
mkdir -p "$cache"

if ! docker image inspect debian:bookworm-slim >/dev/null 2>&1; then
    if [ ! -f "$cache/bookworm.tar" ]; then
        rm -rf "$cache/bookworm"
        debootstrap --variant=minbase --include=ca-certificates,libnuma1 bookworm "$cache/bookworm" >"$cache/debootstrap.log" 2>&1
        rm -rf "$cache"/bookworm/var/cache/apt/archives/*.deb "$cache"/bookworm/var/lib/apt/lists/*
        tar -C "$cache/bookworm" -cf "$cache/bookworm.tar.part" .
        mv "$cache/bookworm.tar.part" "$cache/bookworm.tar"
        rm -rf "$cache/bookworm"
    fi
    docker import "$cache/bookworm.tar" debian:bookworm-slim >/dev/null
fi

image() { # image TAG FOLDER: Debian with a Java at /opt/java/openjdk
    local context
    context=$(mktemp -d)
    cp -rL "$2" "$context/java"
    printf 'FROM debian:bookworm-slim\nENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH LANG=C.UTF-8\nCOPY java /opt/java/openjdk\n' \
        >"$context/Dockerfile"
    DOCKER_BUILDKIT=0 docker build -q -t "$1" "$context" >/dev/null
    rm -rf "$context"
}

if ! docker image inspect eclipse-temurin:25-jre >/dev/null 2>&1; then
    jre=$(mktemp -d)
    "$java_home/bin/jlink" --module-path "$java_home/jmods" --add-modules \
        java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.management,jdk.net,jdk.httpserver,jdk.jfr,jdk.naming.dns,jdk.localedata \
        --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$jre/java"
    image eclipse-temurin:25-jre "$jre/java"
    rm -rf "$jre"
fi
if ! docker image inspect maven:3.9-eclipse-temurin-25 >/dev/null 2>&1; then
    image maven:3.9-eclipse-temurin-25 "$java_home"
fi
